// Loaded into every child before its own code: a child whose parent dies, even by kill -9, does not stay behind.
// Grandchildren inherit the arguments of Node; they are on the leash of their own parent, or on none.
if (process.channel && process.env.CHAINRULE_PARENT === String(process.ppid)) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 5_000).unref();
  });
  process.channel.unref(); // listening must not keep a child alive that has nothing else to do
}
