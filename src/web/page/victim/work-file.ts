import { signal } from "@preact/signals"
import { YAML_FILE } from "../../../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../../../facts/case/form/sheet-words.data.ts"
import type { FolderFile } from "../../given.ts"
import { download, unpack, withoutTop } from "../files.ts"
import { go, say, unsaved, work } from "../state.ts"
import { ZIP_FAULTS } from "../words.ts"
import { folder, openCase, ref, trouble, writeAnswers } from "./case.ts"
import { NOT_CASE } from "./words.ts"

/** The working file: the case folder as a ZIP, which the page and the command line open again. */

/** Why what was given can not be opened, in words; empty where it could. */
export const openFault = signal("")

/** Opens what a person chose: a working file, or the files of a case folder. */
export async function openWork(given: readonly FolderFile[]): Promise<void> {
    openFault.value = ""
    trouble.value = undefined
    const files = await filesOf(given)
    if (files === undefined) return
    if (!files.some(({ path }) => path === WORKBOOK_FILE || path === YAML_FILE)) {
        openFault.value = say(NOT_CASE)
        return
    }
    // Officer data are nobody else's; a working file holds none.
    const own = files.filter(({ path }) => !/^officer\./i.test(path))
    if (await openCase(own)) go("/victim/tasks")
    else go("/victim")
}

async function filesOf(given: readonly FolderFile[]): Promise<readonly FolderFile[] | undefined> {
    const [first] = given
    if (first === undefined) return undefined
    if (given.length > 1 || !/\.zip$/i.test(first.path)) return withoutTop(given)
    const unpacked = await unpack(first.blob)
    if (!("fault" in unpacked)) return unpacked
    openFault.value = `${say(ZIP_FAULTS[unpacked.fault])}${unpacked.name === "" ? "" : ` (${unpacked.name})`}`
    return undefined
}

export const workFileName = (reference: string): string => `${reference}-工作文件.zip`

/** Hands the working file to the person. */
export async function saveWork(): Promise<void> {
    if (!(await writeAnswers())) return
    const files = [...(folder.value ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1))
    const zipped = await work(
        "zipFiles",
        files.map(({ path, blob }) => ({ path, blob, role: "form" as const })),
    )
    if (zipped.kind !== "done") {
        trouble.value = zipped
        return
    }
    download(workFileName(ref.value), zipped.value)
    unsaved.value = false
}
