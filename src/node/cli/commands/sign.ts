import { statSync } from "node:fs"
import { basename, dirname, resolve } from "node:path"
import { issue, PacketError } from "../../../base/issue.ts"
import { addSignature } from "../../../flows/packet/sign.ts"
import { fileSource, localTime, writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { existing } from "../../read.ts"
import { zipTo } from "../../zip.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, required } from "../usage.ts"
import { signerOf } from "./build.ts"

/** Adds a signature to a packet that holds and writes it as a new ZIP; the one given stays as it is. */
export async function sign(args: Arguments, terminal: Terminal): Promise<number> {
    const words = texts[terminal.lang]
    const path = existing(args.positionals[0] ?? "", "file")
    const target = targetOf(required(args, "output", "-o <文件夹或新文件.zip>"), basename(path))
    const signer = await signerOf(args)
    if (signer === undefined) throw new PacketError([issue("shell.key.none", [], { path: "--unsigned" })])
    const name = basename(target)
    const { packet, checkCode, before } = await writeOutputs(dirname(target), [name], (pathOf) =>
        addSignature(fileSource(path), name, signer, nodeHost(), localTime(new Date()), zipTo(pathOf)),
    )
    const { sha256 } = packet
    const result = { zip: target, checkCode, sha256, before, key: signer.fingerprint }
    if (args.values.json === true) terminal.out(JSON.stringify(result, undefined, 2))
    else {
        terminal.out(`${words.wrote} ${target}`)
        terminal.out(`${words.checkCode}${words.colon}${checkCode}${words.unchanged}`)
        terminal.out(`${words.sha256}${words.colon}${sha256}${words.changed}`)
        terminal.note(words.newSheet)
    }
    return 0
}

/** A new file; in a folder, as `-o` is with other commands, under the packet's name. */
function targetOf(output: string, name: string): string {
    const isFile = /\.zip$/i.test(output) && statSync(output, { throwIfNoEntry: false })?.isDirectory() !== true
    return isFile ? resolve(output) : resolve(output, name)
}
