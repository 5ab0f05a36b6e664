/**
 * What the dashboard shows to whoever asks what the widget does, as Markdown, with its parameters in YAML. CloudWatch asks with
 * `describe: true` (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard.html).
 */
export const widgetHelp = `## Origin Doctor: what is in force
The state of each load balancer and zone as of the last check, and for each finding in force one path from the load balancer to the
target and back, with the station that breaks it marked, the line that decides, and the command that mends it.
It reads what the monitor keeps in its table. It runs nothing, and changes nothing.

### Widget parameters
Param | Description
---|---
**loadBalancers** | Names or ARNs of the load balancers to show; all of them where it is left out

### Example parameters
\`\`\` yaml
loadBalancers:
  - shop-web
\`\`\`
`;
