import { TourProvider, useTour } from "@reactour/tour";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

export { createElement, createRoot, TourProvider, useTour };
