import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Workbench } from "./workbench.tsx";
import "./workbench.css";

const place = document.getElementById("workbench");
if (place === null) throw new Error("workbench.html has no #workbench");

createRoot(place).render(
  <StrictMode>
    <Workbench />
  </StrictMode>,
);
