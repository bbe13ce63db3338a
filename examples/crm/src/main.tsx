import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { connect } from "./analytics.ts";
import { store } from "./layout/store.ts";
import { findPerson, signInFromQuery } from "./session/session.ts";

signInFromQuery(location.search);
const theme = new URLSearchParams(location.search).get("theme");
if (theme === "dark" || theme === "light") store.setItem("theme", theme);

const person = findPerson();
if (person) void connect(person);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
