import { existsSync } from "node:fs"
import { join } from "node:path"
import { issue } from "../../../base/issue.ts"
import { output } from "../../../base/output.ts"
import { convertCase } from "../../../flows/victim/convert.ts"
import { writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { readCaseFilesOf, refuseWorkFile } from "../../read-case.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, required, UsageError } from "../usage.ts"

const NAMES = { xlsx: ["案件信息", ".xlsx"], yaml: ["case", ".yaml"] } as const

/** Converts one form of a case into the other, under a name that is free. */
export async function form(args: Arguments, terminal: Terminal): Promise<number> {
    const folder = args.positionals[0] ?? ""
    const to = required(args, "to", "--to xlsx|yaml")
    if (to !== "xlsx" && to !== "yaml")
        throw new UsageError([issue("shell.usage.unknown-option", [], { found: `--to ${to}`, command: "form" })])
    refuseWorkFile(folder, "form")
    const bytes = convertCase(readCaseFilesOf(folder), to, nodeHost(), terminal.lang)
    const name = freeName(folder, NAMES[to])
    await writeOutputs(folder, [name], () => ({ outputs: [output("form", name, bytes)] }))
    const file = join(folder, name)
    terminal.out(
        args.values.json === true ? JSON.stringify({ file }, undefined, 2) : `${texts[terminal.lang].wrote} ${file}`,
    )
    return 0
}

function freeName(folder: string, [stem, extension]: (typeof NAMES)["xlsx" | "yaml"]): string {
    for (let i = 1; ; i++) {
        const name = `${stem}${i === 1 ? "" : `-${String(i)}`}${extension}`
        if (!existsSync(join(folder, name))) return name
    }
}
