import { createHash } from "node:crypto"
import { DIRECTORY_FILE, readDirectory } from "../facts/legal/directory.ts"
import { parseRecipient } from "../facts/recipients/recipient.ts"
import { nodeHost } from "./host.ts"

/**
 * Run by `bundle.mjs`: what the readers make of the product's data files, for {@link Host.made}. A file with so much as
 * a note is left out, since its reading has more to say than its value.
 */
export function madeFiles(): readonly { readonly name: string; readonly json: string }[] {
    const { asset, recipients } = nodeHost()
    const made = (name: string, value: unknown) => {
        const sha256 = createHash("sha256").update(asset(name)).digest("hex")
        return { name: `${name}.json`, json: JSON.stringify({ sha256, value }) }
    }
    return [
        made(DIRECTORY_FILE, readDirectory(asset(DIRECTORY_FILE))),
        ...recipients.flatMap((id) => {
            const name = `recipients/${id}.yaml`
            const { recipient, issues } = parseRecipient(id, asset(name))
            return recipient === undefined || issues.length > 0 ? [] : [made(name, recipient)]
        }),
    ]
}
