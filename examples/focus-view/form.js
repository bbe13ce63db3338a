// The host's form, drawn as a host would: sixteen fields, two of them required.
(() => {
  const text = (name, label, value = "", more = "") =>
    `<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}" ${more}></div>`;
  const pick = (name, label, ...options) =>
    `<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map((each) => `<option>${each}</option>`).join("")}</select></div>`;
  const form = `<form id="deal" action="saved.html" method="get">
    <div class="grid">
      ${text("step", "Next step", "Call about the pilot")}
      ${text("date", "Date", "", 'type="date"')}
      ${text("decider", "Who decides", "P. Okafor, buyer")}
      ${text("close", "Close date", "2026-12-18", 'type="date"')}
      ${text("amount", "Amount *", "47500", 'type="number" required')}
      ${pick("stage", "Stage", "Lead", "Quote sent", "Negotiation")}
      ${pick("source", "Source", "Referral", "Website", "Trade fair")}
      ${text("probability", "Probability in %", "40", 'type="number" min="0" max="100" aria-describedby="how"')}
      <p class="help wide" id="how">How likely this deal is, by your own feeling.</p>
      ${text("competitor", "Competitor")}
      ${text("order", "Order number", "", 'pattern="[0-9]*"')}
      ${text("discount", "Discount in %", "0", 'type="number"')}
      ${pick("terms", "Payment terms", "14 days", "30 days")}
      <fieldset class="wide"><legend>Region</legend>
        <label><input type="radio" name="region" value="north" checked> North</label>
        <label><input type="radio" name="region" value="west"> West</label>
      </fieldset>
      <fieldset class="wide"><legend>Interested in</legend>
        <label><input type="checkbox" name="scanners" value="yes" checked> Scanners</label>
        <label><input type="checkbox" name="labels" value="yes"> Labels</label>
      </fieldset>
      <div class="field wide"><label for="notes">Notes</label><textarea id="notes" name="notes">Two lines
of notes</textarea></div>
      ${text("reference", "Your reference")}
    </div>
    <div class="acts"><button type="submit">Save deal</button><button type="button">Cancel</button></div>
  </form>`;
  const draw = () => {
    const made = document.createRange().createContextualFragment(form);
    place.replaceChildren(made);
  };
  window.drawForm = draw;
  const late = new URLSearchParams(location.search).get("late");
  if (late) setTimeout(draw, Number(late));
  else draw();
})();
