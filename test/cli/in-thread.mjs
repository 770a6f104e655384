import dgram from "node:dgram"
import dns from "node:dns"
import { syncBuiltinESMExports } from "node:module"
import net from "node:net"
import { pathToFileURL } from "node:url"
import { setFlagsFromString } from "node:v8"
import { parentPort, workerData } from "node:worker_threads"

// Runs the bundled command line for `lerpack` of run.ts, one command after the other in this thread. The entry is
// loaded anew for each, as a process loads it; what it imports stays loaded, and warm.

// No command may ask anybody.
function refuse() {
    throw new Error("a command asked the network")
}
Object.assign(net.Socket.prototype, { connect: refuse })
Object.assign(dgram.Socket.prototype, { connect: refuse, send: refuse })
Object.assign(dns, { lookup: refuse, resolve: refuse })
Object.assign(dns.promises, { lookup: refuse, resolve: refuse })
globalThis.fetch = refuse
syncBuiltinESMExports()

const entry = pathToFileURL(workerData.cli)
const printed = { stdout: "", stderr: "" }
for (const name of ["stdout", "stderr"]) {
    process[name].setMaxListeners(0)
    process[name].write = (text) => {
        printed[name] += text
        return true
    }
}

let runs = 0
parentPort.on("message", async ({ args, env, answer, done }) => {
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
    Object.assign(process.env, env)
    process.argv = [process.execPath, workerData.cli, ...args]
    process.exitCode = undefined
    try {
        await import(`${entry}?run=${runs++}`)
    } catch (error) {
        printed.stderr += error.stack
        process.exitCode = 70
    }
    answer.postMessage({ status: process.exitCode ?? 0, ...printed })
    Object.assign(printed, { stdout: "", stderr: "" })
    process.exitCode = undefined
    // The entry makes Node 20 slow to optimise, which suits a process that ends soon; this is its own setting again.
    if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=67584")
    Atomics.store(done, 0, 1)
    Atomics.notify(done, 0)
})
