// A little life for pages that are whole without it: sentences and events light each other up, running files show how far they are, a long
// paste in the search box goes to the reader.
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

const light = (id, on) => {
  each(`.said[data-events~="${id}"]`, piece => piece.classList.toggle("lit", on));
  each(`.card[data-event="${id}"]`, card => card.classList.toggle("lit", on));
};
each(".card[data-event]", card => {
  for (const [event, on] of [["mouseenter", true], ["focusin", true], ["mouseleave", false], ["focusout", false]])
    card.addEventListener(event, () => light(card.dataset.event, on));
});
each(".said", piece => {
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false]])
    piece.addEventListener(event, () => piece.dataset.events.split(" ").forEach(id => light(id, on)));
});

each("[data-job]", state => {
  const watch = async () => {
    const answer = await fetch(`/v1/jobs/${state.dataset.job}`);
    if (!answer.ok) return;
    const job = await answer.json();
    if (job.state === "Done" || job.state === "Failed") { location.reload(); return; }
    const bar = state.querySelector("progress");
    if (bar) bar.value = job.progress;
    else if (job.state === "Running") { const made = document.createElement("progress"); made.value = job.progress; state.replaceChildren(made); }
    setTimeout(watch, 500);
  };
  setTimeout(watch, 300);
});

const box = document.querySelector(".search input[type=search]");
box?.addEventListener("paste", event => {
  const text = event.clipboardData.getData("text");
  if (text.length <= 200 && !text.trim().includes("\n")) return;
  event.preventDefault();
  const form = Object.assign(document.createElement("form"), { method: "post", action: "/read", enctype: "multipart/form-data" });
  form.append(Object.assign(document.createElement("textarea"), { name: "text", value: text }));
  form.hidden = true;
  document.body.append(form);
  form.submit();
});
