import { compareBytes, utf8 } from "../../../src/base/bytes.ts"
import { printJson } from "../../../src/base/canonical-json.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import type { Signer } from "../../../src/base/host.ts"
import { archive, type Bytes, draft, inMemory, officer, victim } from "../../packet/assemble/sample.ts"

/**
 * What a forger can do to a packet. `reseal` makes lists, counts and signature agree again, so that a case shows the one
 * fault it is about and not the broken hash around it. It prints by hand: the builder refuses most of these.
 */

export const draftBytes = async () => await inMemory(await draft())
export const archiveBytes = async () => await inMemory(await archive(await draft()))

export function edit(files: Bytes, path: string, change: (text: string) => string): Bytes {
    const bytes = files.get(path)
    if (bytes === undefined) throw new Error(`no ${path}`)
    return new Map(files).set(path, utf8(change(new TextDecoder().decode(bytes))))
}

export function without(files: Bytes, path: string): Bytes {
    if (!files.has(path)) throw new Error(`no ${path}`)
    return new Map([...files].filter(([other]) => other !== path))
}

export function plus(files: Bytes, path: string, text: string): Bytes {
    return new Map(files).set(path, utf8(text))
}

/** Changes members of an index; the text stays canonical. */
export function editIndex(files: Bytes, path: string, members: Readonly<Record<string, unknown>>): Bytes {
    return edit(files, path, (text) => printJson({ ...(JSON.parse(text) as object), ...members }))
}

export function manifestOf(files: Bytes, isListed: (path: string) => boolean): Uint8Array {
    const lines = [...files].filter(([path]) => isListed(path)).sort(([a], [b]) => compareBytes(a, b))
    return utf8(lines.map(([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`).join(""))
}

/** Writes manifest, counts, tag manifest and first signature anew. */
export async function reseal(files: Bytes, signer: Signer | null): Promise<Bytes> {
    const payload = [...files].filter(([path]) => path.startsWith("data/"))
    const octets = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0)
    const oxum = `Payload-Oxum: ${String(octets)}.${String(payload.length)}`
    let out = edit(files, "bag-info.txt", (text) => text.replace(/Payload-Oxum: .*/, oxum))
    out = new Map(out).set(
        "manifest-sha256.txt",
        manifestOf(out, (path) => path.startsWith("data/")),
    )
    return await resign(retag(out), signer)
}

/** Writes the tag manifest anew. */
export function retag(files: Bytes): Bytes {
    const listed = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]
    return new Map(files).set(
        "tagmanifest-sha256.txt",
        manifestOf(files, (path) => listed.includes(path)),
    )
}

/** Signs the manifest as it is, as the first and only signature. */
export async function resign(files: Bytes, signer: Signer | null): Promise<Bytes> {
    const out = new Map([...files].filter(([path]) => !path.startsWith("signature-")))
    const manifest = files.get("manifest-sha256.txt")
    if (signer !== null && manifest !== undefined) out.set("signature-1.sig", utf8(await signer.sign(manifest)))
    return out
}

export const resealDraft = async (change: (files: Bytes) => Bytes) => await reseal(change(await draftBytes()), victim)
export const resealArchive = async (change: (files: Bytes) => Bytes) =>
    await reseal(change(await archiveBytes()), officer)
