import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Joyride } from "react-joyride";

export { createElement, createRoot, Joyride };
