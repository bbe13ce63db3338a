import { StrictMode, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { Page } from "./app.tsx";

const buyer = { id: "u-1", roles: ["buyer"] };

/** The page's own sign-in, for tests. */
function Signed() {
  const [user, setUser] = useState(buyer);
  Object.assign(window, { signIn: setUser });
  return <Page user={user} />;
}

const warned: string[] = [];
const root = hydrateRoot(
  document,
  <StrictMode>
    <Signed />
  </StrictMode>,
  { onRecoverableError: (error) => warned.push(String(error)) },
);
Object.assign(window, { warned, leave: () => root.unmount() });
