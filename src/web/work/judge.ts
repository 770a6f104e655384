import { hasErrors, issue, PacketError } from "../../base/issue.ts"
import { decodeText } from "../../base/text/decode.ts"
import { parseAllowedSigners } from "../../packet/signature/allowed-signers.ts"
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

export interface JudgeWork {
    /** Judges a packet. */
    verify(material: Material, known: Known, moment: Moment): Promise<Report>
}

export const judgeWork: Handlers<JudgeWork> = {
    async verify({ host, phase }, material, { code, key, signers, sent }, { now }) {
        phase("verifying")
        if (key.trim() !== "" && !isFingerprint(key.trim()))
            throw new PacketError([
                issue("shell.usage.value", [], { option: "--key", found: key, expected: "SHA256:..." }),
            ])
        const parsed = signers === undefined ? undefined : await allowedSigners(signers.name, signers.blob)
        return verifyPacket(inputOf(material), {
            now,
            newHasher: host.sha256,
            ...(code.trim() === "" ? {} : { code: code.trim() }),
            ...(key.trim() === "" ? {} : { key: key.trim() }),
            ...(parsed === undefined ? {} : { signers: parsed }),
            ...(sent === undefined ? {} : { sent: inputOf(sent) }),
        })
    },
}

async function allowedSigners(name: string, blob: Blob) {
    const parsed = parseAllowedSigners(decodeText(await bytesOf(blob))?.text ?? "", name)
    if (hasErrors(parsed.issues)) throw new PacketError(parsed.issues)
    return parsed.signers
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
