import "./start.ts"
import { main } from "./cli/main.ts"

// A reader that has seen enough (`| head`) closes the pipe; the exit status stays the command's own.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error
})

process.exitCode = await main(process.argv.slice(2))
