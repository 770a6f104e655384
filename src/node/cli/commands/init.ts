import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { YAML_FILE } from "../../../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../../../facts/case/form/sheet-words.data.ts"
import { PAPER_FOLDERS } from "../../../flows/officer/paper-folders.ts"
import { OFFICE_FILES, startOffice } from "../../../flows/officer/start.ts"
import { CASE_FILES, CASE_FOLDERS, proposeRef, startCase } from "../../../flows/victim/start.ts"
import { localTime, writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional } from "../usage.ts"

/** Makes a case folder, or with `--officer` the officer's form. Never overwrites. */
export async function init(args: Arguments, terminal: Terminal): Promise<number> {
    const folder = args.positionals[0] ?? ""
    const now = localTime(new Date())
    return args.values.officer === true
        ? initOffice(folder, now, args, terminal)
        : initCase(folder, now, args, terminal)
}

async function initCase(folder: string, now: string, args: Arguments, terminal: Terminal): Promise<number> {
    const words = texts[terminal.lang]
    const ref = proposeRef(now, randomBytes(4))
    await writeOutputs(folder, CASE_FILES, async () => ({
        outputs: await startCase(nodeHost(), ref, now, terminal.lang),
    }))
    makeFolders(folder, CASE_FOLDERS)
    const [workbook, file] = [join(folder, WORKBOOK_FILE), join(folder, YAML_FILE)]
    if (args.values.json === true) terminal.out(JSON.stringify({ file, workbook, ref }, undefined, 2))
    else {
        terminal.out(`${words.wrote} ${workbook}`)
        terminal.out(words.afterInit(folder))
    }
    return 0
}

async function initOffice(folder: string, now: string, args: Arguments, terminal: Terminal): Promise<number> {
    const words = texts[terminal.lang]
    const outputs = startOffice(nodeHost(), now, optional(args, "recipient"))
    await writeOutputs(folder, OFFICE_FILES, () => ({ outputs }))
    makeFolders(folder, Object.values(PAPER_FOLDERS))
    const [file, workbook] = OFFICE_FILES.map((name) => join(folder, name))
    if (args.values.json === true) terminal.out(JSON.stringify({ file, workbook }, undefined, 2))
    else {
        terminal.out(`${words.wrote} ${workbook ?? ""}`)
        terminal.out(words.afterOfficerInit(workbook ?? ""))
    }
    return 0
}

function makeFolders(folder: string, names: readonly string[]): void {
    for (const name of names) if (!existsSync(join(folder, name))) mkdirSync(join(folder, name))
}
