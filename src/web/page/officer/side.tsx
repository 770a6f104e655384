import { useState } from "preact/hooks"
import { download } from "../files.ts"
import { Wrong } from "../parts/findings.tsx"
import { HandedOut } from "../parts/outputs.tsx"
import { inLang, type Outcome, say, setUnsaved, work } from "../state.ts"
import { answers, desk, forget, formName, looked, opened } from "./state.ts"
import * as words from "./words.ts"

/** What stands beside every page of the officer: how the request stands, and how the form is saved. */
export function Side() {
    const outcome = looked.value
    return (
        <>
            <div class="box" aria-live="polite">
                <b>{opened.value?.ref}</b>
                <br />
                {desk.value === undefined ? null : inLang(desk.value.name)}
                {outcome?.kind === "done" ? (
                    <>
                        <br />
                        {say(outcome.value.said.numbers)}
                        <br />
                        {say(outcome.value.said.conclusion)}
                    </>
                ) : null}
            </div>
            <SaveForm />
        </>
    )
}

/** Saves the answers as a workbook or as text; both are the same to the command line. */
export function SaveForm() {
    const [sure, setSure] = useState(false)
    const [written, setWritten] = useState<Outcome<unknown> | undefined>(undefined)
    const save = async (name: string): Promise<void> => {
        const was = answers.value
        const made = await work("writeOfficer", was, desk.value?.id ?? "", name)
        setWritten(made)
        if (made.kind !== "done") return
        formName.value = made.value.path
        download(made.value.path, made.value.blob)
        // What was typed while it was written is not in it.
        if (was === answers.value) setUnsaved("answers", false)
    }
    return (
        <div class="box">
            <b>{say(words.SAVE_FORM)}</b>
            <Wrong outcome={written} />
            <p>{say(words.SAVE_FORM_TEXT)}</p>
            <p class="pick">
                <button type="button" class="btn q" onClick={() => save("officer.xlsx")}>
                    {say(words.SAVE_XLSX)}
                </button>
                <button type="button" class="btn q" onClick={() => save("officer.yaml")}>
                    {say(words.SAVE_YAML)}
                </button>
            </p>
            <HandedOut names={["officer.xlsx", "officer.yaml"]} />
            <p>{say(words.FORGET_TEXT)}</p>
            {sure ? (
                <p>
                    {say(words.REALLY_FORGET)}{" "}
                    <button
                        type="button"
                        class="link"
                        onClick={() => {
                            forget()
                            location.hash = "/officer"
                        }}
                    >
                        {say(words.FORGET)}
                    </button>
                </p>
            ) : (
                <button type="button" class="link" onClick={() => setSure(true)}>
                    {say(words.FORGET)}
                </button>
            )}
        </div>
    )
}
