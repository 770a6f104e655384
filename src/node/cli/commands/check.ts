import { hasErrors, PacketError, type Severity } from "../../../base/issue.ts"
import { bytesOf } from "../../../base/source.ts"
import { oneLine } from "../../../base/text/hygiene.ts"
import { type ShownAnswer, shownAnswers } from "../../../facts/case/form/show.ts"
import type { LoadedCase } from "../../../facts/case/load.ts"
import { type CaseFolder, type CheckedCase, checkCase } from "../../../flows/victim/check.ts"
import { type HostOptions, nodeHost } from "../../host.ts"
import { readCase } from "../../read-case.ts"
import type { Terminal } from "../terminal.ts"
import { shellWord, texts } from "../texts.ts"
import { type Arguments, ownParts } from "../usage.ts"

/** A case folder without errors; throws all findings otherwise. Warnings and notes are printed. */
export async function soundCase(
    folder: string,
    terminal: Terminal,
    own: HostOptions = {},
): Promise<CheckedCase & { readonly loaded: LoadedCase }> {
    const checked = await checkCase(await readWatched(folder, terminal), nodeHost(own))
    if (checked.loaded === undefined) throw new PacketError(checked.issues)
    terminal.issues(checked.issues)
    return { ...checked, loaded: checked.loaded }
}

/** Opens a case, and says how far the reading of its files is. */
async function readWatched(folder: string, terminal: Terminal): Promise<CaseFolder> {
    const { reading } = texts[terminal.lang].working
    terminal.progress(reading)
    const opened = await readCase(folder)
    terminal.progress(reading, bytesOf(opened.listing))
    return opened
}

export async function check(args: Arguments, terminal: Terminal): Promise<number> {
    const folder = args.positionals[0] ?? ""
    const { issues, form } = await checkCase(await readWatched(folder, terminal), nodeHost(ownParts(args)))
    const answers = args.values.show === true && form !== undefined ? shownAnswers(form, terminal.lang) : undefined
    if (args.values.json === true)
        terminal.out(JSON.stringify({ ...(answers === undefined ? {} : { answers }), issues }, undefined, 2))
    else {
        for (const answer of answers ?? []) terminal.out(shownLine(answer, terminal))
        terminal.issues(issues)
        const count = (severity: Severity): number => issues.filter((one) => one.severity === severity).length
        terminal.out(texts[terminal.lang].checked(count("error"), count("warning"), count("note"), shellWord(folder)))
    }
    return hasErrors(issues) ? 1 : 0
}

/** An answer as it was understood. */
function shownLine({ question, answer, read }: ShownAnswer, terminal: Terminal): string {
    const words = texts[terminal.lang]
    return `${question}${words.colon}${oneLine(answer)}${read === undefined ? "" : words.readAs(oneLine(read))}`
}
