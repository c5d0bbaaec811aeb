package virdi.ui.shell;

/** Sample code of a client, ready to paste. Each sample consumes a resource, which is the simplest call. */
enum ClientCodeSample {
    GRPCURL("grpcurl", """
            grpcurl -plaintext -H 'client-id: my-client' \\
              -d '{"consumer_id": "c1", "resource_id": "iron", "max_rate": 60}' \\
              ENDPOINT Virdi/Consume"""),
    PYTHON("Python", """
            # protoc --python_out=. virdi.proto
            import grpc, virdi_pb2 as virdi

            consume = grpc.insecure_channel("ENDPOINT").unary_stream("/Virdi/Consume",
                virdi.ConsumptionRequest.SerializeToString, virdi.ResourceConsumption.FromString)
            wish = virdi.ConsumptionRequest(consumer_id="c1", resource_id="iron", max_rate=60)
            for units in consume(wish, metadata=[("client-id", "my-client")]):
                print(units.amount)"""),
    JAVA("Java", """
            var channel = Grpc.newChannelBuilder("ENDPOINT", InsecureChannelCredentials.create()).build();
            var name = new Metadata();
            name.put(Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER), "my-client");
            VirdiGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(name))
                .consume(ConsumptionRequest.newBuilder()
                    .setConsumerId("c1").setResourceId("iron").setMaxRate(60).build())
                .forEachRemaining(units -> System.out.println(units.getAmount()));""");

    private final String title;
    private final String template;

    ClientCodeSample(String title, String template) {
        this.title = title;
        this.template = template;
    }

    String title() {
        return title;
    }

    String text(String endpoint) {
        return template.replace("ENDPOINT", endpoint);
    }
}
