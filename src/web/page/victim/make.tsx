import { signal } from "@preact/signals"
import { useState } from "preact/hooks"
import { KEPT_FOLDER, POLICE_FOLDER } from "../../../flows/victim/names.ts"
import type { FolderFile, KeyFile } from "../../given.ts"
import { signingKey, usesKey } from "../keys/state.ts"
import { WITH_KEY } from "../keys/words.ts"
import { TextField } from "../parts/fields.tsx"
import { FileDrop } from "../parts/files.tsx"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { HandedOut, Outputs, sizeText } from "../parts/outputs.tsx"
import { go, href, say } from "../state.ts"
import { buildAll, built, ref } from "./case.ts"
import { DeskNote, isOtherAsked } from "./desk-choice.tsx"
import { Radios } from "./file.tsx"
import { linkOf, TASKS } from "./places.ts"
import { Trouble } from "./trouble.tsx"
import * as words from "./words.ts"
import { saveWork, workFileName } from "./work-file.ts"

/** The packet is made here: what comes out lies in memory until it is taken. */

/** What goes to the police and what stays are never in one file. The packet lies in the first. */
const PARTS = [
    { id: "made-police", folder: POLICE_FOLDER, title: words.FOR_POLICE, text: words.FOR_POLICE_TEXT },
    { id: "made-kept", folder: KEPT_FOLDER, title: words.FOR_YOU, text: words.FOR_YOU_TEXT },
] as const

const keyFile = signal<FolderFile | undefined>(undefined)
const passphrase = signal("")

export function MakePage() {
    const held = signingKey.value
    const [chosen, setSigning] = useState<"none" | "held" | "key">(usesKey.value ? "held" : "none")
    const signing = chosen === "held" && held === undefined ? "none" : chosen
    const draft = built.value
    const given: KeyFile | undefined =
        keyFile.value === undefined
            ? undefined
            : { name: keyFile.value.path, blob: keyFile.value.blob, passphrase: passphrase.value }
    const key = signing === "none" ? undefined : signing === "held" ? held?.file : given
    return (
        <Sheet title={say(words.MAKE)} back={TASKS}>
            <Trouble />
            {draft === undefined ? (
                <>
                    <p>{say(words.MAKE_TEXT)}</p>
                    {isOtherAsked() ? <DeskNote /> : null}
                    <Radios
                        title={say(words.SIGNING)}
                        value={signing}
                        options={[
                            ["none", say(words.UNSIGNED)],
                            ...(held === undefined ? [] : [["held", say(WITH_KEY(held.fingerprint))] as const]),
                            ["key", say(held === undefined ? words.SIGNED : words.SIGNED_OTHER)],
                        ]}
                        onValue={setSigning}
                    />
                    {signing !== "key" ? null : (
                        <>
                            <FileDrop
                                id="key-file"
                                label={say(words.KEY_FILE)}
                                hint={say(words.KEY_TEXT)}
                                onFiles={([first]) => {
                                    keyFile.value = first
                                }}
                            />
                            {keyFile.value === undefined ? null : <p class="chosen">{keyFile.value.path}</p>}
                            <TextField id="passphrase" label={say(words.PASSPHRASE)} value={passphrase} secret />
                        </>
                    )}
                    <div class="pick end">
                        <button
                            type="button"
                            class="btn"
                            disabled={signing !== "none" && key === undefined}
                            onClick={() => buildAll(key)}
                        >
                            {say(words.MAKE)}
                        </button>
                        <a href={href("/victim/check")}>{say(words.CHECK)}</a>
                        <a href={href(TASKS)}>{say(words.BACK_TO_TASKS)}</a>
                    </div>
                </>
            ) : (
                <>
                    <section class="verdict" aria-live="polite">
                        <h2>{say(words.MADE)}</h2>
                        <p>{say(words.MADE_NEXT)}</p>
                    </section>
                    <dl class="lines">
                        <dt>{say(words.CHECK_CODE)}</dt>
                        <dd class="code">{draft.checkCode}</dd>
                        <dt>{say(words.SHA256)}</dt>
                        <dd class="hash">{draft.sha256}</dd>
                        <dt>{say(words.SIZE)}</dt>
                        <dd>
                            {sizeText(draft.sizeBytes)} · {say(words.FILES(draft.fileCount))}
                        </dd>
                    </dl>
                    {PARTS.map(({ id, folder, title, text }) => (
                        <section key={folder} id={id}>
                            <h2>{say(title)}</h2>
                            <p>{say(text)}</p>
                            <Outputs
                                files={draft.outputs.filter(({ path }) => path.startsWith(`${folder}/`))}
                                zipName={`${ref.value}-${folder}.zip`}
                            />
                        </section>
                    ))}
                    <Findings issues={draft.issues} linkOf={linkOf} />
                    <div class="pick end">
                        <button type="button" class="btn q" onClick={() => saveWork()}>
                            {say(words.SAVE_WORK)}
                        </button>
                        <button type="button" class="link" onClick={() => go(TASKS)}>
                            {say(words.BACK_TO_TASKS)}
                        </button>
                    </div>
                    <HandedOut names={[workFileName(ref.value)]} />
                </>
            )}
        </Sheet>
    )
}
