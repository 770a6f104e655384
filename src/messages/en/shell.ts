import type { ShellIssues } from "../../base/issues/shell.ts"
import type { Messages } from "../message.ts"

export const shellIssues: Messages<ShellIssues> = {
    "shell.usage.unknown-command": (p) => ({
        message: `there is no command ${p.found}`,
        hint: p.proposed ? `did you mean lerpack ${p.proposed}?` : "lerpack --help lists all commands",
    }),
    "shell.usage.unknown-option": (p) => ({
        message: `unknown argument ${p.found}`,
        hint: `see lerpack ${p.command} --help`,
    }),
    "shell.usage.missing": (p) => ({ message: `${p.what} is missing`, hint: `see lerpack ${p.command} --help` }),
    "shell.usage.value": (p) => ({ message: `${p.option} is ${p.found}, expected ${p.expected}` }),
    "shell.usage.both": (p) => ({ message: `${p.first} and ${p.second} exclude each other` }),
    "shell.file.missing": (p) => ({ message: `${p.file} does not exist`, hint: "check the path" }),
    "shell.file.not-folder": (p) => ({ message: `${p.file} is no folder` }),
    "shell.file.not-file": (p) => ({ message: `${p.file} is no file` }),
    "shell.file.changing": (p) => ({
        message: `${p.file} changed while it was read`,
        hint: "close the program that writes it and try again",
    }),
    "shell.output.exists": (p) => ({
        message: `${p.path} exists and is not overwritten`,
        hint: "move it away, or name another folder with -o",
    }),
    "shell.key.none": (p) => ({
        message: `there is no signing key (${p.path})`,
        hint: "make one with lerpack keygen, name one with --key, or say --unsigned",
    }),
    "shell.key.unreadable": (p) => ({
        message: `${p.path} is no usable key file`,
        hint: "usable are OpenSSH private keys and the .pub file of a key in an agent or on a token",
    }),
    "shell.key.signature": (p) => ({
        message: `signing with ${p.path} failed`,
        hint: "see what ssh-keygen says above; touch the hardware key when it asks",
    }),
    "shell.key.no-ssh-keygen": (p) => ({
        message: `${p.path} must be signed with by ssh-keygen, which is not installed`,
        hint: "install the OpenSSH client, or make a key with lerpack keygen",
    }),
    "shell.key.sample": (p) => ({
        message: `${p.fingerprint} is the sample's key, which everybody has; it signs no real packet`,
        hint: "make your own with lerpack keygen",
    }),
    "shell.machine.full": (p) => ({
        message: `the disk is full${p.path === "" ? "" : `: ${p.path}`}`,
        hint: "make room, or choose another disk with -o, and run again; existing files are unchanged",
    }),
    "shell.machine.denied": (p) => ({
        message: `no permission to read or write ${p.path}`,
        hint: "close the program that has it open (a spreadsheet, for example), then see whether the folder may be written to; existing files are unchanged",
    }),
    "shell.machine.read-only": (p) => ({
        message: `${p.path} is on a disk that can only be read`,
        hint: "copy the folder to the computer's own disk and run again; existing files are unchanged",
    }),
    "shell.machine.busy": (p) => ({
        message: `${p.path} is in use by another program`,
        hint: "close that program (a spreadsheet, for example) and run again",
    }),
    "shell.machine.name-too-long": (p) => ({
        message: `the file name or path is too long: ${p.path}`,
        hint: "choose a folder with a shorter name",
    }),
    "shell.machine.failed": (p) => ({
        message: `the machine could not finish: ${p.reason}`,
        hint: "check disk space and file permissions and try again",
    }),
}
