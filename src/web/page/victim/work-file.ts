import { withoutTop } from "../../../flows/victim/case-folder.ts"
import { type FolderFile, nameOf } from "../../given.ts"
import { readable } from "../../held.ts"
import { download } from "../files.ts"
import { go, isCaseUnsaved, listed, say, setUnsaved, work } from "../state.ts"
import { editsSoFar, folder, openCase, ref, trouble, writeAll } from "./case.ts"
import { TASKS } from "./places.ts"
import { CLOSE_SURE, SAVE_WITHOUT } from "./words.ts"

/** The working file: the case folder as a ZIP, which the page and the command line open again. */

/** Opens what a person chose: a working file, or the files of a case folder. */
export async function openWork(given: readonly FolderFile[]): Promise<void> {
    if (!mayLeaveCase()) return
    trouble.value = undefined
    const files = await filesOf(given)
    // Where it cannot be opened the next page says why.
    const isOpen = files !== undefined && (await openCase(files))
    go(isOpen ? TASKS : "/victim")
}

/** Asks before another case takes the place of one that is saved nowhere. */
export const mayLeaveCase = (): boolean => !isCaseUnsaved() || confirm(say(CLOSE_SURE))

async function filesOf(given: readonly FolderFile[]): Promise<readonly FolderFile[] | undefined> {
    const [first] = given
    if (first === undefined) return undefined
    // Officer data are nobody else's; a case folder holds none.
    if (given.length > 1 || !/\.zip$/i.test(first.path))
        return withoutTop(given).filter(({ path }) => !/^officer\./i.test(path))
    const unpacked = await work("unpackCase", first.blob, first.path)
    if (unpacked.kind === "done") return unpacked.value
    trouble.value = unpacked
    return undefined
}

export const workFileName = (reference: string): string => `${reference}-工作文件.zip`

/** So many names are read in a question. */
const MOST_NAMED = 5

/** Hands the working file to the person. */
export async function saveWork(): Promise<void> {
    if (!(await writeAll())) return
    const was = editsSoFar()
    const all = folder.value ?? []
    const there = await readable(all)
    // What was typed is not lost with a file that somebody took away.
    const gone = all.filter((file) => !there.includes(file)).map(nameOf)
    if (gone.length > 0 && !confirm(say(SAVE_WITHOUT(listed(gone.slice(0, MOST_NAMED)), gone.length)))) return
    const files = [...there].sort((a, b) => (a.path < b.path ? -1 : 1))
    const zipped = await work(
        "zipFiles",
        files.map(({ path, blob }) => ({ path, blob, role: "form" as const })),
    )
    if (zipped.kind !== "done") {
        trouble.value = zipped
        return
    }
    download(workFileName(ref.value), zipped.value)
    // What was typed while it was made is not in it.
    if (was === editsSoFar()) setUnsaved("case", false)
}
