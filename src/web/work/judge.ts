import { hasErrors, issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { readStoreZip } from "../../base/zip/read.ts"
import { LARGEST_MANIFEST, MANIFEST, parseManifest } from "../../packet/manifest/manifest.ts"
import { readAllowedSigners } from "../../packet/signature/allowed-signers.ts"
import { isFingerprint } from "../../packet/signature/public-key.ts"
import type { VerifyInput } from "../../packet/verify/contents.ts"
import type { Report } from "../../packet/verify/report.ts"
import { verifyPacket } from "../../packet/verify/verify.ts"
import { blobSource } from "../blob.ts"
import type { FolderFile, Moment } from "../given.ts"
import type { Handlers } from "./context.ts"
import { bytesOf } from "./folder.ts"

/** A ZIP, or the files of a folder. */
export type Material = { readonly zip: Blob } | { readonly folder: readonly FolderFile[] }

/** What the checker knows besides the packet; blank where nothing was given. */
export interface Known {
    readonly code: string
    /** Fingerprint of a key, `SHA256:...`. */
    readonly key: string
    readonly signers?: { readonly name: string; readonly blob: Blob }
    readonly sent?: Material
}

/** A verdict, with the list it was made by. */
export interface Judged {
    readonly report: Report
    /** Lines of the list, path and 64 hex digits; empty where there is none. */
    readonly listed: readonly { readonly path: string; readonly sha256: string }[]
}

export interface JudgeWork {
    /** Judges a packet; paths with their hashes come along, as its list says. */
    verify(material: Material, known: Known, moment: Moment): Promise<Judged>
}

export const judgeWork: Handlers<JudgeWork> = {
    async verify({ host, phase }, material, { code, key, signers, sent }, { now }) {
        phase("verifying")
        if (key.trim() !== "" && !isFingerprint(key.trim()))
            throw new PacketError([
                issue("shell.usage.value", [], { option: "--key", found: key, expected: "SHA256:..." }),
            ])
        const parsed = signers === undefined ? undefined : await allowedSigners(signers.name, signers.blob)
        const report = await verifyPacket(inputOf(material), {
            now,
            newHasher: host.sha256,
            ...(code.trim() === "" ? {} : { code: code.trim() }),
            ...(key.trim() === "" ? {} : { key: key.trim() }),
            ...(parsed === undefined ? {} : { signers: parsed.signers }),
            ...(sent === undefined ? {} : { sent: inputOf(sent) }),
        })
        const issues = [...(parsed?.issues ?? []), ...report.issues]
        return { report: { ...report, issues }, listed: await listOf(material) }
    },
}

/** The list of a packet, for people to look up a file; the judge has judged it. */
async function listOf(material: Material): Promise<Judged["listed"]> {
    const isList = (path: string): boolean => /^(?:[^/]+\/)?manifest-sha256\.txt$/.test(path)
    const source = await listSource(material, isList)
    if (source === undefined || source.size > LARGEST_MANIFEST) return []
    return parseManifest(await readAll(source), MANIFEST, "data/").lines.map(({ path, sha256 }) => ({ path, sha256 }))
}

async function listSource(material: Material, isList: (path: string) => boolean): Promise<ByteSource | undefined> {
    if ("folder" in material) {
        const found = material.folder.find(({ path }) => isList(path))
        return found === undefined ? undefined : blobSource(found.blob)
    }
    const read = await readStoreZip(blobSource(material.zip))
    return read.ok ? read.entries.find(({ name }) => isList(name))?.source : undefined
}

async function allowedSigners(name: string, blob: Blob) {
    const parsed = readAllowedSigners(await bytesOf(blob), name)
    if (hasErrors(parsed.issues)) throw new PacketError(parsed.issues)
    return parsed
}

/** What was given as the judge takes it. */
export function inputOf(material: Material): VerifyInput {
    if ("zip" in material) return { kind: "zip", source: blobSource(material.zip) }
    return {
        kind: "folder",
        files: material.folder.map(({ path, blob }) => ({ path, source: blobSource(blob) })),
        irregular: [],
    }
}
