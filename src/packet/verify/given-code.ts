import { type NewHasher, sha256Hex, sha256Source } from "../../base/digest.ts"
import { type Issue, issue } from "../../base/issue.ts"
import type { ManifestLine } from "../manifest/manifest.ts"
import { checkCode, compareCode, parseSha256 } from "../signature/check-code.ts"
import type { Contents, VerifyInput } from "./contents.ts"

/** What a reader has on paper, a 核对码 or a SHA-256, held against a packet, its layers and its files. */

export interface Judgeable {
    readonly manifest: Uint8Array
    /** Lists of earlier layers, the first one first. */
    readonly priors: readonly Uint8Array[]
    readonly lines: readonly ManifestLine[]
    /** SHA-256 of the whole ZIP; undefined for a folder, which has none. */
    readonly zip: (() => Promise<string>) | undefined
}

/**
 * Compares. The code of an earlier layer is the one on the victim's paper, and a file's hash is that of the evidence list:
 * either says nothing of the rest, so it warns.
 */
export async function checkGivenCode(given: string, packet: Judgeable): Promise<Issue> {
    const { manifest, priors, lines, zip } = packet
    const sha256 = parseSha256(given)
    const isOf = (list: Uint8Array): boolean =>
        sha256 === undefined ? compareCode(given, list) === "same" : sha256Hex(list) === sha256
    if (sha256 === undefined && compareCode(given, manifest) === "malformed")
        return issue("verify.code.form", [], { why: "digits" })
    if (isOf(manifest)) return issue("verify.code.same", [], { of: sha256 === undefined ? "code" : "list" }, "note")
    const found = checkCode(manifest)
    const layer = priors.findIndex(isOf) + 1
    if (layer > 0) return issue("verify.code.earlier-layer", [], { layer, found }, "warning")
    if (sha256 === undefined) return issue("verify.code.differs", [], { found })
    const own = await zip?.()
    if (own === sha256) return issue("verify.code.same", [], { of: "zip" }, "note")
    const file = lines.find((line) => line.sha256 === sha256)
    if (file !== undefined) return issue("verify.code.file", [file.path], { path: file.path }, "warning")
    return own === undefined
        ? issue("verify.code.form", [], { why: "folder" })
        : issue("verify.sha256.differs", [], { found: own })
}

/** The same for files that are no packet: which of them has the SHA-256 on paper. Nothing where none was given. */
export async function findGivenFile(
    given: string,
    input: VerifyInput,
    contents: Contents | undefined,
    newHasher: NewHasher,
): Promise<readonly Issue[]> {
    const sha256 = parseSha256(given)
    if (sha256 === undefined) return []
    const whole = input.kind === "zip" ? await sha256Source(input.source, newHasher) : undefined
    if (whole === sha256) return [issue("verify.code.file", [], { path: "" }, "note")]
    for (const path of contents?.paths ?? [])
        if ((await contents?.digest(path)) === sha256) return [issue("verify.code.file", [path], { path }, "note")]
    return [issue("verify.sha256.differs", [], { found: whole ?? "" })]
}
