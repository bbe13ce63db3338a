import { createHash } from "node:crypto";

const style = `
:root { color-scheme: light dark; font: 14px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f9f6f0, #1d1b18); color: light-dark(#211e1a, #f3efe7); }
main { box-sizing: border-box; width: min(26rem, calc(100vw - 2rem)); padding: 28px 32px 32px; border-radius: 16px; background: light-dark(#fffefc, #25231f); box-shadow: 0 0 0 1px light-dark(#e7e1d6, #3a362f), 0 14px 40px light-dark(rgb(60 48 30 / .12), rgb(0 0 0 / .5)); }
b { display: block; margin-bottom: 18px; font-size: 13px; }
h1 { font-size: 22px; line-height: 28px; letter-spacing: -.01em; margin: 0 0 6px; }
p { margin: 0; color: light-dark(#5f594f, #b9b1a4); }
button { font: inherit; font-weight: 600; margin-top: 20px; min-height: 44px; padding: 0 20px; border: 0; border-radius: 10px; background: light-dark(#3b5bdb, #8ea2f5); color: light-dark(#fff, #17150f); cursor: pointer; }
button:focus-visible { outline: 2px solid light-dark(#3b5bdb, #8ea2f5); outline-offset: 2px; }`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** No script, nothing from elsewhere, and the link's token does not leave in a referrer. */
function page(status: number, title: string, body: string): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><b>Waymark</b>${body}</main></body></html>`;
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
