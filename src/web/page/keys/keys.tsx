import { signal } from "@preact/signals"
import type { OutFile } from "../../blob.ts"
import { type FolderFile, nameOf } from "../../given.ts"
import type { SignedZip } from "../../work/keys.ts"
import { download } from "../files.ts"
import { TextField } from "../parts/fields.tsx"
import { FileDrop } from "../parts/files.tsx"
import { Wrong } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { HandedOut, Outputs } from "../parts/outputs.tsx"
import { moment, type Outcome, say, work } from "../state.ts"
import { DOWNLOAD } from "../words.ts"
import { signingKey, usesKey } from "./state.ts"
import * as words from "./words.ts"

/** Keys: open one, make one, sign a packet. */

const file = signal<FolderFile | undefined>(undefined)
const passphrase = signal("")
const comment = signal("")
const newPassphrase = signal("")
const made = signal<readonly OutFile[]>([])
const packet = signal<FolderFile | undefined>(undefined)
const signed = signal<SignedZip | undefined>(undefined)
/** What the last piece of work said, where it did not do it. */
const wrong = signal<Outcome<unknown> | undefined>(undefined)

async function open(): Promise<void> {
    if (file.value === undefined) return
    await openFile(nameOf(file.value), file.value.blob, passphrase.value)
}

async function openFile(name: string, blob: Blob, secret: string): Promise<void> {
    const key = { name, blob, passphrase: secret }
    const outcome = await work("openKey", key)
    wrong.value = outcome
    if (outcome.kind !== "done") return
    signingKey.value = { file: key, fingerprint: outcome.value.fingerprint }
    usesKey.value = true
    passphrase.value = ""
    file.value = undefined
}

async function make(): Promise<void> {
    const [seed, salt] = [crypto.getRandomValues(new Uint8Array(32)), crypto.getRandomValues(new Uint8Array(16))]
    const outcome = await work("makeKey", seed, salt, comment.value.trim(), newPassphrase.value)
    wrong.value = outcome
    if (outcome.kind !== "done") return
    const { privateFile, publicLine } = outcome.value
    // A file of no known type gets no ending of the browser's.
    const file = (content: BlobPart): Blob => new Blob([content], { type: "application/octet-stream" })
    made.value = [
        { path: "lerpack-key", blob: file(privateFile), role: "record" },
        { path: "lerpack-key.pub", blob: file(publicLine), role: "record" },
    ]
    await openFile("lerpack-key", privateFile, newPassphrase.value)
    newPassphrase.value = ""
}

async function sign(): Promise<void> {
    const [key, zip] = [signingKey.value, packet.value]
    if (key === undefined || zip === undefined) return
    const outcome = await work("sign", zip.blob, nameOf(zip), key.file, moment())
    wrong.value = outcome
    signed.value = outcome.kind === "done" ? outcome.value : undefined
}

export function KeysPage() {
    return (
        <Sheet title={say(words.TITLE)} back="/">
            <p>{say(words.INTRO)}</p>
            <Wrong outcome={wrong.value} />
            <Current />
            <h2>{say(words.OPEN)}</h2>
            <FileDrop
                id="key-file"
                label={say(words.OPEN_LABEL)}
                hint={say(words.OPEN_HINT)}
                onFiles={([first]) => {
                    file.value = first
                }}
            />
            {file.value === undefined ? null : <p class="chosen">{say(words.CHOSEN(nameOf(file.value)))}</p>}
            <TextField id="passphrase" label={say(words.PASSPHRASE)} value={passphrase} secret />
            <button type="button" class="btn" disabled={file.value === undefined} onClick={open}>
                {say(words.OPEN_BUTTON)}
            </button>
            <h2>{say(words.MAKE)}</h2>
            <p>{say(words.MAKE_TEXT)}</p>
            <TextField id="comment" label={say(words.COMMENT)} value={comment} />
            <TextField id="new-passphrase" label={say(words.NEW_PASSPHRASE)} value={newPassphrase} secret />
            <button type="button" class="btn q" onClick={make}>
                {say(words.MAKE_BUTTON)}
            </button>
            <Made />
            <h2>{say(words.SIGN)}</h2>
            <p>{say(words.SIGN_TEXT)}</p>
            <FileDrop
                id="to-sign"
                label={say(words.SIGN_LABEL)}
                hint={say(words.SIGN_HINT)}
                accept=".zip"
                onFiles={([first]) => {
                    packet.value = first
                    signed.value = undefined
                }}
            />
            {packet.value === undefined ? null : <p class="chosen">{say(words.CHOSEN(nameOf(packet.value)))}</p>}
            <button
                type="button"
                class="btn"
                disabled={packet.value === undefined || signingKey.value === undefined}
                onClick={sign}
            >
                {say(words.SIGN_BUTTON)}
            </button>
            <Signed />
        </Sheet>
    )
}

function Current() {
    const key = signingKey.value
    return (
        <div aria-live="polite">
            {key === undefined ? null : (
                <p>
                    {say(words.OPENED)}
                    <span class="code">{key.fingerprint}</span>{" "}
                    <button
                        type="button"
                        class="link"
                        onClick={() => {
                            signingKey.value = undefined
                            usesKey.value = false
                        }}
                    >
                        {say(words.DROP_KEY)}
                    </button>
                </p>
            )}
        </div>
    )
}

function Made() {
    if (made.value.length === 0) return null
    return (
        <>
            <p>{say(words.MADE)}</p>
            <ul class="files">
                {made.value.map(({ path, blob }) => (
                    <li key={path}>
                        <span class="path">{path}</span>
                        <button
                            type="button"
                            class="link"
                            aria-label={`${say(DOWNLOAD)} ${path}`}
                            onClick={() => download(path, blob)}
                        >
                            {say(DOWNLOAD)}
                        </button>
                    </li>
                ))}
            </ul>
            <HandedOut names={made.value.map(({ path }) => path)} />
        </>
    )
}

function Signed() {
    const done = signed.value
    if (done === undefined) return null
    return (
        <>
            <dl class="lines">
                <dt>{say(words.CHECK_CODE)}</dt>
                <dd class="code">{done.checkCode}</dd>
                <dt>{say(words.SHA256)}</dt>
                <dd class="hash">{done.sha256}</dd>
            </dl>
            <Outputs files={done.outputs} zipName="signed.zip" />
        </>
    )
}
