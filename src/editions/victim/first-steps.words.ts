/** 现在就做 in English, for a screen: the page to print is Chinese. By step, in the order of the page. */

export const FIRST_STEPS_EN = {
    bank: [
        "Stop the payment",
        "If money left a bank card or a payment account, call 110 or 96110 at once and ask for an emergency stop of the payment, and tell your bank or payment provider. Give the time, the amount and the account it went to.",
    ],
    device: [
        "Take the device off the network",
        "A phone or computer that is controlled from afar, or may have a trojan: turn off Wi-Fi, pull the cable, switch on flight mode. Log in nowhere with it any more, do not install it anew, and keep it for the police.",
    ],
    pictures: [
        "Take screenshots",
        "The page of API keys, signed-in devices, account statement, orders, transfers and withdrawals (address, transaction hash): page by page, with time and web address in the picture.",
    ],
    key: [
        "Only then delete the keys",
        "After the screenshots delete every API key and withdraw what you allowed other apps.",
    ],
    password: [
        "Change the passwords",
        "From another device that you trust change the passwords of the exchange and of the registered mailbox, set up two-factor authentication anew, and sign out all other devices.",
    ],
    support: [
        "Get a ticket number from support",
        "Say which operations were not yours, ask for the account to be restricted and the logs to be kept, and note the ticket number: ______",
    ],
    export: [
        "Export the records at once",
        "Export statement, orders, trades, transfers, deposits, withdrawals and log-ins as original files; screenshots alone are not enough. Many exchanges give three months at a time and a few exports only, and it gets harder later. Note the time zone that you chose.",
    ],
    keep: [
        "Leave everything as it is",
        "Do not uninstall the app, reset the phone or clear chats; do not edit exported files or draw on screenshots. If something must be masked, mask a copy.",
    ],
    others: [
        "Save what others may delete",
        "Notices, support chats, group chats and web pages of the other side: take screenshots or record the screen before you complain. They may force an update, close the group or delete a notice.",
    ],
    report: [
        "Report to the police",
        "Where you live or where the loss occurred, with your ID card and the material; ask for the receipt (受案回执). Burn the material on a disc or copy it to a new USB stick of your own; do not send anything with ID data by WeChat or cloud storage. To say which packet it is, give the file name and the check code only.",
    ],
    again: [
        "Do not be deceived a second time",
        "Ignore anyone who claims to get your coins back, asks for a fee first, for passwords, seed phrases or codes, or for remote control.",
    ],
    never: [
        "What not to do",
        "Do not write to the exchange as if you were the police, which is an offence; do not publish names or telephone numbers of others; write no password, key or seed phrase into any paper.",
    ],
} as const satisfies Readonly<Record<string, readonly [title: string, text: string]>>
