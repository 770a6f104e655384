import { type Issue, type IssuePath, issue } from "../base/issue.ts"
import { base64Size } from "./base64.ts"

/**
 * Sizes of mail. Limits of mail systems count the encoded message; values of 10^6 bytes as their operators state them,
 * from secondary sources, so they are bounds to stay well below, no promises.
 */
export const MAIL_LIMITS: readonly { readonly system: string; readonly limitBytes: number }[] = [
    { system: "on-premises (often)", limitBytes: 10_000_000 },
    { system: "iCloud, Outlook.com", limitBytes: 20_000_000 },
    { system: "Gmail, Yahoo, Proton", limitBytes: 25_000_000 },
    { system: "Microsoft 365 (default)", limitBytes: 35_000_000 },
]

/** Attachments of one mail together, before encoding: passes every system above but the strictest. */
export const DEFAULT_ATTACHMENTS_BYTES = 14_000_000

/** What base64 with lines of 76 characters and CRLF makes of a byte: 78/57. */
export const BASE64_OVERHEAD = 78 / 57

/** The most content that a limit on the encoded message leaves, in bytes; heads of the parts not counted. */
export function contentBudget(limitBytes: number): number {
    let budget = Math.floor(limitBytes / BASE64_OVERHEAD)
    while (budget > 0 && base64Size(budget) > limitBytes) budget--
    return budget
}

/** `mail.size.over-limit` when a message of this encoded size would be refused; `undefined` otherwise. */
export function checkMailSize(encodedBytes: number, limitBytes: number, path: IssuePath): Issue | undefined {
    return encodedBytes > limitBytes ? issue("mail.size.over-limit", path, { encodedBytes, limitBytes }) : undefined
}
