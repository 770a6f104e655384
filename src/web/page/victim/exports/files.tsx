import { useEffect } from "preact/hooks"
import { SECTIONS } from "../../../../facts/case/form/form.ts"
import { fileWords } from "../../../../flows/victim/ledger-lines.ts"
import { Findings } from "../../parts/findings.tsx"
import { Sheet } from "../../parts/frame.tsx"
import { href, lang, say } from "../../state.ts"
import { EVIDENCE, exportPlace, LEDGER, linkOf, sectionPlace, TASKS } from "../places.ts"
import { Trouble } from "../trouble.tsx"
import { BACK_TO_TASKS } from "../words.ts"
import { type KnownFile, knownFiles, labelOf, openQuestions, titleOf } from "./known.ts"
import { ensureLedger, exportEntries, readLedger, told } from "./state.ts"
import * as words from "./words.ts"

/** All export files: what each was recognised as, and what has to be asked. */

const CITED_SECTION = SECTIONS.findIndex(({ questions }) => questions.some(({ field }) => field === "exportRows[]"))

export function ExportsPage() {
    useEffect(() => {
        if (exportEntries.value.length > 0) ensureLedger("files")
    }, [])
    const now = told.value
    const files = now === undefined ? [] : knownFiles(now)
    const labels = new Set(files.map(({ id }) => id))
    // What is said of one file stands on its page.
    const others = now?.issues.filter((found) => {
        const label = labelOf(found)
        return found.code.startsWith("ledger.") && !found.code.startsWith("ledger.case.") && !labels.has(label ?? "")
    })
    return (
        <Sheet title={say(words.EXPORTS)} back={TASKS}>
            <Trouble />
            <p>{say(words.EXPORTS_TEXT)}</p>
            {exportEntries.value.length === 0 ? <p class="soft">{say(words.NO_EXPORTS)}</p> : null}
            <ul class="tasks">
                {files.map((file) => (
                    <FileLine key={file.id} file={file} />
                ))}
            </ul>
            {others === undefined || others.length === 0 ? null : (
                <>
                    <h2>{say(words.OTHER_FINDINGS)}</h2>
                    <Findings issues={others} linkOf={linkOf} />
                </>
            )}
            <div class="pick end">
                {files.length === 0 ? null : (
                    <>
                        <a class="btn" href={href(LEDGER)}>
                            {say(words.RESULT)}
                        </a>
                        <button type="button" class="btn q" onClick={() => readLedger()}>
                            {say(words.READ_AGAIN)}
                        </button>
                    </>
                )}
                <a href={href(EVIDENCE)}>{say(words.ADD_FILES)}</a>
                {files.length === 0 ? null : <a href={href(sectionPlace(CITED_SECTION))}>{say(words.BY_NUMBER)}</a>}
                <a href={href(TASKS)}>{say(BACK_TO_TASKS)}</a>
            </div>
        </Sheet>
    )
}

function FileLine({ file }: { file: KnownFile }) {
    const open = openQuestions(file)
    const said = file.read === undefined ? undefined : fileWords(file.read, lang.value)
    const [kind, state] =
        open > 0
            ? ["check", words.TO_ANSWER(open)]
            : file.read === undefined
              ? ["later", words.NOT_READ]
              : ["done", words.READ_FINE]
    const id = `export-${file.id.replace(/\W+/g, "-")}`
    return (
        <li>
            <div>
                <a href={href(exportPlace(file.id))} aria-describedby={id}>
                    {titleOf(file)}
                </a>
                {said === undefined ? (
                    <small>{file.why === undefined ? "" : say(file.why)}</small>
                ) : (
                    <>
                        <small>
                            {said.what} · {said.rows}
                        </small>
                        <small>{said.span}</small>
                    </>
                )}
            </div>
            <span class={`tag ${kind}`} id={id}>
                {say(state)}
            </span>
        </li>
    )
}
