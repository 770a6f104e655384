import { defaultKeyPath, makeKey } from "../../keys.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional } from "../usage.ts"

/** Makes a key pair; the passphrase, if any, comes from `LERPACK_PASSPHRASE`, so that it is in no shell history. */
export async function keygen(args: Arguments, terminal: Terminal): Promise<number> {
    const words = texts[terminal.lang]
    const path = optional(args, "out") ?? defaultKeyPath(process.env)
    const made = await makeKey(path, optional(args, "comment") ?? "lerpack", process.env.LERPACK_PASSPHRASE)
    if (args.values.json === true) {
        terminal.out(JSON.stringify(made, undefined, 2))
        return 0
    }
    terminal.out(`${words.keyMade}${words.colon}${made.path}`)
    terminal.out(`${words.keyPublic}${words.colon}${made.publicPath}`)
    terminal.out(made.fingerprint)
    terminal.out(made.publicLine)
    if (!made.encrypted) terminal.note(words.keyPlain)
    return 0
}
