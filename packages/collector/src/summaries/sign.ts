import { createHmac } from "node:crypto";

/**
 * Headers of a webhook as Standard Webhooks 1.0 has them, so that its libraries verify it: the HMAC-SHA256 of id, Unix
 * seconds and body. A receiver drops what is older than five minutes, and an id that it knows.
 *
 * @param secret - `whsec_` and base64, or any text, whose bytes it then is.
 * @example
 * ```ts
 * signedHeaders("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, '{"test": 2432232314}');
 * // "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
 * ```
 */
export function signedHeaders(secret: string, id: string, seconds: number, body: string): Record<string, string> {
  const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : Buffer.from(secret, "utf8");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}
