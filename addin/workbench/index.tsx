import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const place = document.getElementById("workbench");
if (place === null) throw new Error("workbench.html has no #workbench");

createRoot(place).render(
  <StrictMode>
    <FluentProvider theme={webLightTheme}>
      <main />
    </FluentProvider>
  </StrictMode>,
);
