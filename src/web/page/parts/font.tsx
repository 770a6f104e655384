import { signal } from "@preact/signals"
import type { FolderFile } from "../../given.ts"
import { pair, say, theClient } from "../state.ts"
import { FileDrop } from "./files.tsx"

/** A face that lies beside the page, because few cases need it: chosen once, and known by its hash. */

const CHOOSE = (file: string) => pair(`选取 ${file}`, `Choose ${file}`)
const WHERE = pair(
    "随本程序发放：与本页面在同一个文件夹，或者在程序文件夹的 fonts 里。",
    "It comes with this program: beside this page, or in the folder fonts of the program.",
)
const TAKEN = pair("字体已读入，请再做一次。", "The font is there; try again.")
const WRONG = (file: string) =>
    pair(
        `这不是随本程序发放的 ${file}（校验值不符），没有读入。`,
        `This is not the ${file} of this program (its hash differs).`,
    )

/** SHA-256 of the faces beside the page, by name. */
export const beside = signal<Readonly<Record<string, string>>>({})
const state = signal<"" | "taken" | "wrong">("")

export function FontPick({ file }: { file: string }) {
    const take = async ([first]: readonly FolderFile[]): Promise<void> => {
        if (first === undefined) return
        const digest = await crypto.subtle.digest("SHA-256", await first.blob.arrayBuffer())
        const found = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
        if (found !== beside.value[file]) {
            state.value = "wrong"
            return
        }
        theClient().giveFile(file, first.blob)
        state.value = "taken"
    }
    return (
        <>
            <FileDrop id="font" label={say(CHOOSE(file))} hint={say(WHERE)} onFiles={take} />
            <output aria-live="polite">
                {state.value === "" ? "" : say(state.value === "taken" ? TAKEN : WRONG(file))}
            </output>
        </>
    )
}
