import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { DialogGround } from "#addin/components/dialogs/dialog-ground.tsx";
import { calls } from "./record-calls.ts";
import { SCENES } from "./scenes.tsx";

// index.html#scene/language. Screens inside the workbench get its width less the navigation at the left.
const [name = "", language] = location.hash.slice(1).split("/");
const scene = SCENES[name];
const place = document.getElementById("place");
if (!scene || !place) throw new Error(`no scene ${name}`);
const isWhole = name.startsWith("sign-in");

Object.assign(window, { calls });
createRoot(place).render(
  <StrictMode>
    <FluentProvider theme={webLightTheme}>
      <DialogGround />
      {isWhole ? (
        scene(language === "en" ? "en" : "zh-CN")
      ) : (
        <main style={{ height: "100vh", boxSizing: "border-box", paddingLeft: "208px" }}>
          {scene(language === "en" ? "en" : "zh-CN")}
        </main>
      )}
    </FluentProvider>
  </StrictMode>,
);
