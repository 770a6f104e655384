import "../polyfills.ts"
import { render } from "preact"
import type { Resources } from "../work/host.ts"
import { about } from "./about.tsx"
import { App } from "./app.tsx"
import { Client } from "./client.ts"
import { keepFilesOut } from "./parts/files.tsx"
import { keepPlace, watchFields } from "./parts/focus.ts"
import { beside } from "./parts/font.tsx"
import { askBeforeLeaving, isCut, listenToPlace, useClient } from "./state.ts"

/** The page's script stands before all else in the file, so that the first screen is there while the rest is being read. */

function textOf(id: string): string {
    const element = document.getElementById(id)
    const text = element?.textContent ?? ""
    element?.remove()
    return text
}

const client = new Client()
useClient(client)
watchFields()
keepPlace()
keepFilesOut()
listenToPlace()
askBeforeLeaving()
const root = document.getElementById("app")
if (root !== null) {
    root.textContent = ""
    render(<App />, root)
}

addEventListener("given", () => {
    const script = textOf("worker")
    // Nobody would answer; that the file is not whole is said below.
    if (script === "") return
    const source = URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
    const resources = JSON.parse(textOf("resources")) as Resources
    client.start(() => new Worker(source), resources)
    beside.value = resources.beside
    about.value = { tool: resources.tool, notices: textOf("notices").replaceAll("\\x3C", "<") }
    giveFiles()
})

// A file that was cut off has no end; one that a browser saved from the open page lacks what was taken out of it, the end too.
addEventListener("DOMContentLoaded", () => {
    isCut.value = textOf("end") === ""
})

/** Goes on with the next piece: of a page that is not in front a browser holds timers back, by up to a minute each. */
const { port1: taken, port2: next } = new MessageChannel()
taken.onmessage = giveFiles

/**
 * Hands over one piece after the other as they come in, and lets go of it, so that the page answers in between. As bytes:
 * a browser is slow to clear away texts that stand outside its script.
 */
function giveFiles(): void {
    const isWhole = document.readyState !== "loading"
    const element = document.querySelector<HTMLScriptElement>("script[data-file]")
    if (element !== null && (isWhole || element.nextElementSibling !== null)) {
        client.giveFile(element.dataset.file ?? "", new TextEncoder().encode(element.textContent ?? ""))
        element.remove()
        next.postMessage(undefined)
    } else if (isWhole) client.giveEnd()
    else setTimeout(giveFiles)
}
