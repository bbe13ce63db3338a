// A Promise as polyfills of 2013 had it: no finally, no allSettled, no any, and answers by setTimeout.
(() => {
  function Old(executor) {
    this.state = "pending";
    this.waiting = [];
    const settle = (state, value) => {
      if (this.state !== "pending") return;
      this.state = state;
      this.value = value;
      for (const call of this.waiting.splice(0)) setTimeout(call, 0);
    };
    const resolve = (value) => {
      if (value && typeof value.then === "function") value.then(resolve, (error) => settle("rejected", error));
      else settle("fulfilled", value);
    };
    try {
      executor(resolve, (error) => settle("rejected", error));
    } catch (error) {
      settle("rejected", error);
    }
  }
  // biome-ignore lint/suspicious/noThenProperty: a promise is what this is
  Old.prototype.then = function then(kept, broken) {
    return new Old((resolve, reject) => {
      const run = () => {
        const call = this.state === "fulfilled" ? kept : broken;
        if (typeof call !== "function") return (this.state === "fulfilled" ? resolve : reject)(this.value);
        try {
          return resolve(call(this.value));
        } catch (error) {
          return reject(error);
        }
      };
      if (this.state === "pending") this.waiting.push(run);
      else setTimeout(run, 0);
    });
  };
  Old.prototype.catch = function catchIt(broken) {
    return this.then(undefined, broken);
  };
  Old.resolve = (value) => new Old((resolve) => resolve(value));
  Old.reject = (error) => new Old((_, reject) => reject(error));
  Old.all = (list) =>
    new Old((resolve, reject) => {
      const values = [];
      let left = list.length;
      if (left === 0) resolve(values);
      list.forEach((each, at) => {
        Old.resolve(each).then((value) => {
          values[at] = value;
          left -= 1;
          if (left === 0) resolve(values);
        }, reject);
      });
    });
  Old.race = (list) =>
    new Old((resolve, reject) => {
      for (const each of list) Old.resolve(each).then(resolve, reject);
    });
  window.OldPromise = Old;
})();
