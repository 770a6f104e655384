import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Signer } from "../base/host.ts"
import { issue, PacketError } from "../base/issue.ts"
import { createKey, parsePrivateKey, printPrivateKey } from "../packet/signature/private-key.ts"
import { ed25519Blob, fingerprint, printPublicKeyLine } from "../packet/signature/public-key.ts"
import { SAMPLE_KEYS } from "../packet/signature/sample-keys.data.ts"
import { ed25519Signer } from "../packet/signature/signer.ts"
import { configFolder } from "./config-folder.ts"
import { type Placed, place, takeBack } from "./place.ts"
import { LARGEST_FORM, readWhole } from "./read.ts"
import { sshKeygenSigner } from "./ssh-keygen.ts"
import { makeTemporary } from "./unfinished.ts"

/** Keys of the person at this machine. */

/** Where `keygen` puts the key and others look for it. */
export function defaultKeyPath(env: NodeJS.ProcessEnv): string {
    return join(configFolder(env), "id_ed25519")
}

export interface KeyChoice {
    readonly key: string | undefined
    readonly unsigned: boolean
    readonly allowSample: boolean
}

/** The signer that the options name; `undefined` for `--unsigned`. Without a key and without `--unsigned` it stops. */
export async function chooseSigner(choice: KeyChoice, env: NodeJS.ProcessEnv): Promise<Signer | undefined> {
    if (choice.unsigned) return undefined
    const path = choice.key ?? defaultKeyPath(env)
    if (!existsSync(path)) {
        if (choice.key !== undefined) throw new PacketError([issue("shell.file.missing", [path], { file: path })])
        throw new PacketError([issue("shell.key.none", [], { path })])
    }
    const signer = await openKey(path, env.LERPACK_PASSPHRASE)
    if (SAMPLE_KEYS.has(signer.fingerprint) && !choice.allowSample)
        throw new PacketError([issue("shell.key.sample", [path], { fingerprint: signer.fingerprint })])
    return signer
}

/** Ed25519 key files by our own code, so that bytes repeat; all else through `ssh-keygen`. */
async function openKey(path: string, passphrase: string | undefined): Promise<Signer> {
    const text = Buffer.from(readWhole(path, LARGEST_FORM)).toString("latin1")
    if (!text.includes("-----BEGIN OPENSSH PRIVATE KEY-----")) return sshKeygenSigner(path)
    try {
        return ed25519Signer(await parsePrivateKey(text, path, passphrase))
    } catch (error) {
        if (error instanceof PacketError && error.issues.some(({ code }) => code === "signature.key.type"))
            return sshKeygenSigner(path)
        throw error
    }
}

export interface MadeKey {
    readonly path: string
    readonly publicPath: string
    readonly fingerprint: string
    readonly publicLine: string
    readonly encrypted: boolean
}

/** Makes a key file that only its owner may read, and its `.pub`. Refuses to overwrite. */
export async function makeKey(path: string, comment: string, passphrase: string | undefined): Promise<MadeKey> {
    const publicPath = `${path}.pub`
    const existing = [path, publicPath].filter((candidate) => existsSync(candidate))
    if (existing.length > 0)
        throw new PacketError(
            existing.map((candidate) => issue("shell.output.exists", [candidate], { path: candidate })),
        )
    const key = createKey(new Uint8Array(randomBytes(32)), comment)
    const encryption =
        passphrase === undefined || passphrase === ""
            ? undefined
            : { passphrase, salt: new Uint8Array(randomBytes(16)) }
    const blob = ed25519Blob(key.publicKey)
    const publicLine = printPublicKeyLine(blob, comment)
    writePair(path, await printPrivateKey(key, encryption), `${publicLine.trimEnd()}\n`)
    return {
        path,
        publicPath,
        fingerprint: fingerprint(blob),
        publicLine: publicLine.trimEnd(),
        encrypted: encryption !== undefined,
    }
}

/** Both files or none: a key whose writing was cut off would be taken for one. */
function writePair(path: string, privateText: string, publicText: string): void {
    const folder = dirname(path)
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
    const work = makeTemporary(folder)
    const placed: Placed[] = []
    try {
        const [own, shown] = [join(work, "key"), join(work, "key.pub")]
        writeFileSync(own, privateText, { mode: 0o600, flag: "wx", flush: true })
        writeFileSync(shown, publicText, { mode: 0o644, flag: "wx", flush: true })
        placed.push(place(own, path))
        placed.push(place(shown, `${path}.pub`))
    } catch (error) {
        for (const one of placed) takeBack(one)
        throw error
    } finally {
        rmSync(work, { recursive: true, force: true })
    }
}
