// Drives Firefox by Marionette, the protocol that comes with it: JSON behind its length over a socket.
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Name under which WebDriver gives an element (W3C WebDriver, §12). */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf"

async function freePort() {
    const server = createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    const { port } = server.address()
    await new Promise((resolve) => server.close(resolve))
    return port
}

async function socketTo(port) {
    for (const started = Date.now(); ; ) {
        const socket = connect(port, "127.0.0.1")
        const error = await new Promise((resolve) => {
            socket.once("connect", () => resolve(undefined))
            socket.once("error", resolve)
        })
        if (error === undefined) return socket
        if (Date.now() - started > 60_000) throw error
        await new Promise((resolve) => setTimeout(resolve, 200))
    }
}

/** Starts Firefox without a window and without a profile of anybody's. */
export async function openFirefox(program) {
    const profile = mkdtempSync(join(tmpdir(), "firefox-"))
    const port = await freePort()
    writeFileSync(join(profile, "user.js"), `user_pref("marionette.port", ${port});\n`)
    const child = spawn(program, ["--headless", "--marionette", "--no-remote", "--profile", profile], {
        stdio: "ignore",
    })
    const socket = await socketTo(port)
    const waiting = new Map()
    let [read, next] = [Buffer.alloc(0), 1]
    socket.on("data", (data) => {
        read = Buffer.concat([read, data])
        for (;;) {
            const colon = read.indexOf(":")
            const length = colon < 0 ? Number.NaN : Number(read.subarray(0, colon))
            if (!(read.length >= colon + 1 + length)) return
            const message = JSON.parse(read.subarray(colon + 1, colon + 1 + length))
            read = read.subarray(colon + 1 + length)
            if (!Array.isArray(message)) continue
            const [, id, error, result] = message
            const { resolve, reject } = waiting.get(id)
            if (error === null) resolve(result)
            else reject(new Error(`${error.error}: ${error.message}`))
        }
    })
    const ask = (name, params = {}) =>
        new Promise((resolve, reject) => {
            const id = next++
            waiting.set(id, { resolve, reject })
            const text = JSON.stringify([0, id, name, params])
            socket.write(`${Buffer.byteLength(text)}:${text}`)
        })
    const { capabilities } = await ask("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } })
    /** Gives what an expression of the page is. */
    const evaluate = async (expression) =>
        (await ask("WebDriver:ExecuteScript", { script: `return ${expression}`, args: [], newSandbox: false })).value
    return {
        version: capabilities.browserVersion,
        goto: (url) => ask("WebDriver:Navigate", { url }),
        evaluate,
        /** Waits until an expression of the page holds. */
        async until(expression, patience = 300_000) {
            for (const started = Date.now(); !(await evaluate(expression)); ) {
                if (Date.now() - started > patience) throw new Error(`never: ${expression}`)
                await new Promise((resolve) => setTimeout(resolve, 100))
            }
        },
        async setFile(selector, path) {
            const { value } = await ask("WebDriver:FindElement", { using: "css selector", value: selector })
            await ask("WebDriver:ElementSendKeys", { id: value[ELEMENT], text: path })
        },
        async close() {
            await ask("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined)
            socket.destroy()
            if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve))
            rmSync(profile, { recursive: true, force: true })
        },
    }
}
