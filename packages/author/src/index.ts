export { type AuthorOptions, openAuthor } from "./open-author.ts";
