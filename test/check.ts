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
