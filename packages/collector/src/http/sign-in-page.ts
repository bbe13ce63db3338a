import { createHash } from "node:crypto";

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
main { max-width: 24rem; padding: 2rem; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
button { font: inherit; margin-top: 1rem; padding: .6rem 1.2rem; border: 0; border-radius: .5rem; background: #1f4fd8; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid #1f4fd8; outline-offset: 2px; }`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** No script, nothing from elsewhere, and the link's token does not leave in a referrer. */
function page(status: number, title: string, body: string): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      // Not `no-referrer`: with that the form would say that its origin is null.
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** The page of a link that still opens: a button, because previews and scanners fetch links but press no buttons. */
export function signInPage(token: string): Response {
  const form = `<form method="post" action="/signin"><input type="hidden" name="token" value="${escapeHtml(token)}"><button>Open the dashboard</button></form>`;
  return page(200, "Sign in", `<h1>Your way to the dashboard</h1><p>This link opens once.</p>${form}`);
}

/** The page of a link that was used or is too old. */
export function spentPage(): Response {
  return page(
    410,
    "Link used",
    "<h1>This link was used or is too old</h1><p>Ask for a new one: each opens once, within 10 minutes.</p>",
  );
}
