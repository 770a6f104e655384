import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { utf8 } from "../../../base/bytes.ts"
import { hasErrors, PacketError } from "../../../base/issue.ts"
import { beijingWall, parseTime } from "../../../base/text/time.ts"
import { caseSchema } from "../../../facts/case/schema.ts"
import { readYaml } from "../../../facts/case/yaml.ts"
import { OFFICER_FORM_FILE, printOfficerForm } from "../../../facts/officer/officer-form.ts"
import { loadRecipient } from "../../../facts/recipients/recipient.ts"
import { firstHourPage } from "../../../flows/victim/kept.ts"
import { localTime, writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { COMMAND } from "../command.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional } from "../usage.ts"

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
    const form = fill(file, { ref, preparedAt: now, completedAt: beijingMinute(now), command: COMMAND })
    const workbook = officer ? officerWorkbook(form, optional(args, "recipient")) : undefined
    const page = officer ? undefined : await firstHour(ref, now)
    const outputs = [file, ...(officer ? [OFFICER_FORM_FILE] : []), ...(page === undefined ? [] : [FIRST_HOUR_FILE])]
    await writeOutputs(folder, outputs, async (out) => {
        out.write(file, form)
        if (page !== undefined) out.write(FIRST_HOUR_FILE, page)
        if (workbook !== undefined) out.write(OFFICER_FORM_FILE, workbook)
    })
    const folders = officer ? ["证件照"] : ["evidence", "exports"]
    for (const name of folders) if (!existsSync(join(folder, name))) mkdirSync(join(folder, name))
    const path = join(folder, officer ? OFFICER_FORM_FILE : file)
    if (args.values.json === true)
        terminal.out(
            JSON.stringify(officer ? { file: join(folder, file), workbook: path } : { file: path, ref }, undefined, 2),
        )
    else {
        terminal.out(`${words.wrote} ${path}`)
        terminal.out(officer ? words.afterOfficerInit(path) : words.afterInit(folder))
    }
    return 0
}

/** `2023-05-08 15:30 北京时间`: the officer updates it by hand, so it stands as a person writes it. */
function beijingMinute(now: string): string {
    const at = parseTime(now)
    return typeof at === "string" ? now : `${(beijingWall(at) ?? "").slice(0, 16)} 北京时间`
}

const FIRST_HOUR_FILE = "现在就做.pdf"

/** One page to print: what the next hour is for. */
async function firstHour(ref: string, now: string): Promise<Uint8Array | undefined> {
    const at = parseTime(now)
    return typeof at === "string" ? undefined : firstHourPage(nodeHost(), ref, at)
}

/** The text form as a workbook, with the data groups of the recipient who will be asked. */
function officerWorkbook(form: Uint8Array, recipient: string | undefined): Uint8Array {
    const { value, issues } = readYaml("officer.yaml", form, "drop")
    if (hasErrors(issues)) throw new PacketError(issues)
    const host = nodeHost()
    const id = recipient ?? caseSchema.shape.recipient.parse(undefined)
    const groups = loadRecipient(host, id, ["--recipient"]).dataGroups
    return printOfficerForm({ ...(value as object), ...(recipient === undefined ? {} : { recipient }) }, groups)
}
