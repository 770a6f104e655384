import type { Signer } from "../../base/host.ts"
import { issue, PacketError } from "../../base/issue.ts"
import { decodeText } from "../../base/text/decode.ts"
import { addSignature } from "../../flows/packet/sign.ts"
import { createKey, parsePrivateKey, printPrivateKey } from "../../packet/signature/private-key.ts"
import { ed25519Blob, printPublicKeyLine } from "../../packet/signature/public-key.ts"
import { SAMPLE_KEYS } from "../../packet/signature/sample-keys.data.ts"
import { ed25519Signer } from "../../packet/signature/signer.ts"
import { blobSource, type OutFile, outFiles, zipAsBlob } from "../blob.ts"
import type { KeyFile, Moment } from "../given.ts"
import type { Handlers } from "./context.ts"
import { bytesOf } from "./folder.ts"

/** A key that was made: the private file and the public line. */
export interface MadeKey {
    readonly privateFile: Blob
    readonly publicLine: string
}

export interface KeyWork {
    /** Makes a key of chance that the page drew; the passphrase may be blank. */
    makeKey(seed: Uint8Array, salt: Uint8Array, comment: string, passphrase: string): Promise<MadeKey>
    /** Opens a key file, to see that the passphrase fits. */
    openKey(key: KeyFile): Promise<{ readonly fingerprint: string }>
    /** Adds a signature to a packet that holds. */
    sign(zip: Blob, name: string, key: KeyFile, moment: Moment): Promise<SignedZip>
}

export interface SignedZip {
    readonly outputs: readonly OutFile[]
    readonly checkCode: string
    readonly sha256: string
}

export const keyWork: Handlers<KeyWork> = {
    async makeKey(_, seed, salt, comment, passphrase) {
        const key = createKey(seed, comment)
        const blob = ed25519Blob(key.publicKey)
        const text = await printPrivateKey(key, passphrase === "" ? undefined : { passphrase, salt })
        return {
            privateFile: new Blob([text]),
            publicLine: `${printPublicKeyLine(blob, comment).trimEnd()}\n`,
        }
    },
    async openKey(_, key) {
        return { fingerprint: (await keySigner(key)).fingerprint }
    },
    async sign({ host, phase }, zip, name, key, { now }) {
        phase("packing")
        const signer = await keySigner(key)
        const done = await addSignature(blobSource(zip), name, signer, host, now, zipAsBlob(host.sha256))
        return { outputs: await outFiles(done.outputs), checkCode: done.checkCode, sha256: done.packet.sha256 }
    },
}

/** The signer of a key file; none where the page has no key. */
export async function signerOf(key: KeyFile | undefined): Promise<Signer | undefined> {
    return key === undefined ? undefined : keySigner(key)
}

async function keySigner({ name, blob, passphrase }: KeyFile): Promise<Signer> {
    const text = decodeText(await bytesOf(blob))?.text ?? ""
    const signer = ed25519Signer(await parsePrivateKey(text, name, passphrase === "" ? undefined : passphrase))
    if (SAMPLE_KEYS.has(signer.fingerprint))
        throw new PacketError([issue("shell.key.sample", [name], { fingerprint: signer.fingerprint })])
    return signer
}
