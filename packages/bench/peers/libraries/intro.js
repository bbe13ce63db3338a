import "intro.js/introjs.css";

export { default as introJs } from "intro.js";
