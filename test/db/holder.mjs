// Takes the lock of a data folder and keeps it: `node holder.mjs folder [platform]`.
import { acquireLock } from "#cli/lock.mjs";

const [folder = "", platform = process.platform] = process.argv.slice(2);
await acquireLock(folder, platform);
console.log("held");
setInterval(() => {}, 1000);
