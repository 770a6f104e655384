import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { utf8 } from "../src/base/bytes.ts"
import type { Issue } from "../src/base/issue.ts"

/** Root of the source tree. */
export const ROOT = resolve(import.meta.dirname, "..")

/** A file of the shipped sample as text. */
export function sampleText(...path: string[]): string {
    return readFileSync(join(ROOT, "assets", ...path), "utf8")
}

/** `code at path` of each issue, for exact comparison; line numbers of files left out. */
export function codes(issues: readonly Issue[]): string[] {
    return issues.map((found) =>
        `${found.code} ${found.path.map((part) => String(part).replace(/:\d+$/, "")).join("/")}`.trim(),
    )
}

/** Text as the bytes of a UTF-8 file. */
export function file(text: string): Uint8Array {
    return utf8(text)
}

/** Texts of a template's data that are no text of the page: keys of pictures and what a screen reader says of them. */
const NOT_PRINTED = new Set(["image", "alt"])

/** Every string that an edition hands to a template and that must stand on the page. */
export function leaves(value: unknown, key = ""): string[] {
    if (typeof value === "string") return NOT_PRINTED.has(key) ? [] : [value]
    if (Array.isArray(value)) return value.flatMap((item) => leaves(item, key))
    return typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([name, member]) => leaves(member, name))
        : []
}

/** Text without white space, as layout may break it anywhere. */
export function squeeze(text: string): string {
    return text.replace(/\s/g, "")
}

/** A case with the twelve answers and nothing else. */
export const SMALL_CASE = `
ref: AB-1
preparedAt: 2023-04-23 10:00 +08:00
reporter: {name: 甲, phone: "+86 24 0000 0000", capacity: reporter}
account: {exchange: Binance, uid: "20178588789849104384"}
incident:
  kind: unauthorised-trading
  noticedAt: 2023-03-21 09:00 +08:00
  firstOperation: {at: 2023-03-20 17:49:08 Z, what: 卖出, source: 流水}
  lastOperation: {at: 2023-03-20 22:00 Z, what: 卖出, source: 流水}
loss:
  assets:
    - {asset: BTC, amount: "1.5"}
apiKey: {thirdParty: 无, permissions: [], state: none}
twoFactor: {enabled: "no"}
reports: []
wanted: [登录记录]
originals: 手机在家
`
