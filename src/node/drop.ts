import "./start.ts"
import { dropped } from "./cli/dropped.ts"

// What the launchers of a portable folder run.
process.exitCode = await dropped(process.argv.slice(2), process.env.LERPACK_DROPPED)
