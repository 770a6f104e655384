import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { utf8 } from "../../../base/bytes.ts"
import { localTime, writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import type { Arguments } from "../usage.ts"

// No letters or digits that are mistaken for each other on paper.
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** Makes a case folder, or with `--officer` the officer's form. Never overwrites. */
export async function init(args: Arguments, terminal: Terminal): Promise<number> {
    const folder = args.positionals[0] ?? ""
    const words = texts[terminal.lang]
    const now = localTime(new Date())
    const fill = (form: string, values: Readonly<Record<string, string>>): Uint8Array =>
        utf8(
            nodeHost()
                .asset(`forms/${form}`)
                .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? ""),
        )
    const officer = args.values.officer === true
    const file = officer ? "officer.yaml" : "case.yaml"
    const ref = `LX-${now.slice(0, 10).replaceAll("-", "")}-${[...randomBytes(4)].map((byte) => ALPHABET[byte % 32]).join("")}`
    await writeOutputs(folder, [file], async (out) =>
        out.write(file, fill(file, { ref, preparedAt: now, completedAt: now })),
    )
    const folders = officer ? ["证件照"] : ["evidence", "exports"]
    for (const name of folders) if (!existsSync(join(folder, name))) mkdirSync(join(folder, name))
    const path = join(folder, file)
    if (args.values.json === true)
        terminal.out(JSON.stringify({ file: path, ...(officer ? {} : { ref }) }, undefined, 2))
    else {
        terminal.out(`${words.wrote} ${path}`)
        terminal.out(officer ? words.afterOfficerInit(path) : words.afterInit(folder))
    }
    return 0
}
