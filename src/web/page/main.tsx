import "../polyfills.ts"
import type { Resources } from "../protocol.ts"
import { Client } from "./client.ts"

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

document.addEventListener("DOMContentLoaded", () => {
    for (const element of document.querySelectorAll<HTMLScriptElement>("script[data-file]")) {
        client.giveFile(element.dataset.file ?? "", element.textContent ?? "")
        element.remove()
    }
    client.giveEnd()
})

Object.assign(window, { lerpack: client })
