import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { fromUtf8 } from "../base/bytes.ts"
import type { Signer } from "../base/host.ts"
import { issue, PacketError } from "../base/issue.ts"
import { fingerprint, parsePublicKeyLine } from "../packet/signature/public-key.ts"
import { NAMESPACE, verifySignature } from "../packet/signature/sshsig.ts"

/** Signing through `ssh-keygen -Y sign`: keys in an agent, hardware keys, RSA and ECDSA. It asks for passphrases itself. */

/** A signer for a key file or the `.pub` of a key that an agent or a token holds. */
export async function sshKeygenSigner(path: string): Promise<Signer> {
    const line = await publicLine(path)
    const key = parsePublicKeyLine(line)
    if (key === undefined) throw new PacketError([issue("shell.key.unreadable", [path], { path })])
    return {
        fingerprint: fingerprint(key.blob),
        async sign(message) {
            const signature = await run(["-Y", "sign", "-f", path, "-n", NAMESPACE], path, message)
            const checked = await verifySignature(signature, message)
            // What cannot be verified here must not go into a packet, whatever the exit status was.
            if (!checked.good || checked.fingerprint !== fingerprint(key.blob))
                throw new PacketError([issue("shell.key.signature", [path], { path })])
            return signature
        },
    }
}

/** The public key as a line: the file itself, its `.pub`, or what `ssh-keygen -y` derives from the private key. */
async function publicLine(path: string): Promise<string> {
    for (const candidate of [path, `${path}.pub`]) {
        const line = existsSync(candidate) ? readFileSync(candidate, "latin1").split("\n")[0] : undefined
        if (line !== undefined && parsePublicKeyLine(line) !== undefined) return line
    }
    return (await run(["-y", "-f", path], path, new Uint8Array(0))).split("\n")[0] ?? ""
}

/** Runs ssh-keygen; its questions and complaints go to the terminal. */
function run(args: readonly string[], path: string, input: Uint8Array): Promise<string> {
    return new Promise((resolve, reject) => {
        const child = spawn("ssh-keygen", args, { stdio: ["pipe", "pipe", "inherit"] })
        const parts: Buffer[] = []
        child.on("error", () => reject(new PacketError([issue("shell.key.no-ssh-keygen", [path], { path })])))
        child.stdout.on("data", (part: Buffer) => parts.push(part))
        child.stdin.on("error", () => undefined) // it may end before it has read all; the exit status says why
        child.on("close", (status) => {
            if (status === 0) resolve(fromUtf8(new Uint8Array(Buffer.concat(parts))) ?? "")
            else reject(new PacketError([issue("shell.key.signature", [path], { path })]))
        })
        child.stdin.end(input)
    })
}
