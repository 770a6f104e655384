import "../polyfills.ts"
import { render } from "preact"
import type { Resources } from "../protocol.ts"
import { about } from "./about.tsx"
import { App } from "./app.tsx"
import { Client } from "./client.ts"
import { beside } from "./parts/font.tsx"
import { askBeforeLeaving, listenToPlace, useClient } from "./state.ts"

/** The page's script stands before the fonts in the file, so that the first screen is there while they are being read. */

function textOf(id: string): string {
    const element = document.getElementById(id)
    const text = element?.textContent ?? ""
    element?.remove()
    return text
}

const source = new Blob([textOf("worker")], { type: "text/javascript" })
const resources = JSON.parse(textOf("resources")) as Resources
const client = new Client(() => new Worker(URL.createObjectURL(source)), resources)
useClient(client)
beside.value = resources.beside
about.value = { tool: resources.tool, notices: textOf("notices").replaceAll("\\x3C", "<") }
listenToPlace()
askBeforeLeaving()
const root = document.getElementById("app")
if (root !== null) {
    root.textContent = ""
    render(<App />, root)
}

/** Hands over one file after the other, so that the page answers in between. */
function giveFiles(): void {
    const element = document.querySelector<HTMLScriptElement>("script[data-file]")
    if (element === null) {
        client.giveEnd()
        return
    }
    client.giveFile(element.dataset.file ?? "", element.textContent ?? "")
    element.remove()
    setTimeout(giveFiles)
}
document.addEventListener("DOMContentLoaded", giveFiles)
